package dev.ticketing.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.Portal;
import dev.ticketing.Ticketing;
import dev.ticketing.error.TicketingException;
import dev.ticketing.memory.InMemoryStorage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a verb or a command adds a use case, so that it is tried with every fault. */
class UseCasesTest {

    /** What prepares or reads, and what has transactions of its own wherever it is called: nothing for a rollback to take back. */
    private static final Set<String> NO_COMMANDS = Set.of(
            "Ticketing.portal",
            "Ticketing.desk",
            "Ticketing.tenant",
            "Ticketing.settings",
            "Ticketing.doctor",
            "Ticketing.feed",
            "Ticketing.work",
            "Portal.when",
            "Portal.once",
            "Portal.answering",
            "Desk.when",
            "Desk.once",
            "Desk.answering");

    private final Set<String> used = new TreeSet<>();

    @Test
    void usesEveryVerbAndEveryCommand() {
        for (UseCase useCase : UseCases.commands()) {
            Ticketing ticketing = Ticketing.over(new InMemoryStorage(), Fixture.early());
            Fixture fixture = Fixture.fill(ticketing);
            useCase.act().on(new Hands(watched(Ticketing.class, ticketing), fixture));
        }

        Set<String> wanted = new TreeSet<>();
        for (Class<?> type : Set.of(Ticketing.class, Portal.class, Desk.class))
            for (Method method : type.getDeclaredMethods())
                if (!Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()) wanted.add(name(type, method));
        wanted.removeAll(NO_COMMANDS);
        records(Command.class).forEach(command -> wanted.add(command.getSimpleName()));
        assertThat(used).containsAll(wanted);
    }

    @Test
    void isRefusedWhereItIsMeantToBe() {
        for (UseCase useCase : UseCases.refusals()) {
            Ticketing ticketing = Ticketing.over(new InMemoryStorage(), Fixture.early());
            Fixture fixture = Fixture.fill(ticketing);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> useCase.act().on(new Hands(ticketing, fixture)))
                    .as(useCase.name())
                    .isInstanceOfAny(TicketingException.class, UseCases.Unrendered.class);
        }
    }

    private <T> T watched(Class<T> type, T real) {
        InvocationHandler handler = (self, method, arguments) -> {
            used.add(name(type, method));
            if (arguments != null)
                for (Object argument : arguments)
                    if (argument instanceof Command[] commands)
                        for (Command command : commands)
                            used.add(command.getClass().getSimpleName());
            if (method.isDefault()) return InvocationHandler.invokeDefault(self, method, arguments);
            try {
                return watchedIfDoor(method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object watchedIfDoor(Object result) {
        if (result instanceof Portal portal) return watched(Portal.class, portal);
        if (result instanceof Desk desk) return watched(Desk.class, desk);
        return result;
    }

    private static String name(Class<?> type, Method method) {
        return type.getSimpleName() + "." + method.getName();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        if (type.isRecord()) return Stream.of(type);
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(UseCasesTest::records)
                .distinct();
    }
}
