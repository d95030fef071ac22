create table if not exists shop_order (
  id varchar(40) primary key,
  customer varchar(100) not null,
  item varchar(200) not null
);
