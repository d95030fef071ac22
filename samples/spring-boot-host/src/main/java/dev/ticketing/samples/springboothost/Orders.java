package dev.ticketing.samples.springboothost;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shop's own table. */
@Repository
class Orders {

    private final JdbcClient database;

    Orders(JdbcClient database) {
        this.database = database;
    }

    Order add(String customer, String item) {
        Order order = new Order("ord_" + UUID.randomUUID(), customer, item);
        database.sql("insert into shop_order (id, customer, item) values (:id, :customer, :item)")
                .paramSource(order)
                .update();
        return order;
    }

    List<Order> of(String customer) {
        return database.sql("select id, customer, item from shop_order where customer = :customer order by id")
                .param("customer", customer)
                .query(Order.class)
                .list();
    }
}
