package dev.ticketing.samples.springboothost;

import dev.ticketing.error.InvalidInputException;
import dev.ticketing.samples.springboothost.OrderService.Receipt;
import dev.ticketing.samples.springboothost.Payments.PaymentRefusedException;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The shop's own pages; the ticketing servlet is mounted beside them. */
@RestController
@RequestMapping("/orders")
class OrderController {

    private final OrderService service;
    private final Orders orders;

    OrderController(OrderService service, Orders orders) {
        this.service = service;
        this.orders = orders;
    }

    @GetMapping
    List<Order> list(Principal customer) {
        return orders.of(customer.getName());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Receipt place(@RequestBody NewOrder wanted, Principal customer) {
        return Again.whenContended(() -> service.place(customer.getName(), wanted.item(), wanted.wish()));
    }

    @ExceptionHandler
    ProblemDetail tell(InvalidInputException refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tell(PaymentRefusedException refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.PAYMENT_REQUIRED, refusal.getMessage());
    }

    /** What the customer sends. */
    record NewOrder(String item, String wish) {}
}
