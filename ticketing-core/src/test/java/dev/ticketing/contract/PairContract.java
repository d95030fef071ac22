package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Command;
import dev.ticketing.contract.Pairs.Base;
import dev.ticketing.contract.Pairs.Outcome;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two commands that were decided on the same base come to the same as one after the other: nobody's work is lost, and who is
 * refused is refused for what the other one did.
 */
public interface PairContract extends PortContract {

    @Test
    @Tag("campaign")
    default void landsPairsOnOneBaseLikePairsInTurn() {
        List<String> names = Pairs.names();
        int all = names.size() * names.size();
        int tried = Campaign.size(60, all);
        World world = world();
        for (int i = 0; i < Math.min(tried, all); i++) {
            // a step that shares no factor with the number of pairs comes to each of them once
            int pair = (int) ((Campaign.seed() + i * 131L) % all);
            String first = names.get(pair / names.size());
            String second = names.get(pair % names.size());
            Base base = Base.values()[i % Base.values().length];
            Pairs turns = Pairs.in(world, base);
            Outcome inTurn = turns.inTurn(turns.command(first, false), turns.command(second, true));
            Pairs together = Pairs.in(world, base);
            Outcome onOneBase = together.onOneBase(together.command(first, false), together.command(second, true));

            if (onOneBase.first().isEmpty() || inTurn.first().isPresent())
                assertThat(onOneBase.toString())
                        .as("%s, then %s, %s", first, second, base)
                        .isEqualTo(inTurn.toString());
        }
    }

    @Test
    default void landsTagReplyAndAssignmentOfThree() {
        for (String[] order : new String[][] {{"Tag", "Reply", "Assign"}, {"Assign", "Tag", "Reply"}}) {
            Pairs pairs = Pairs.at(storage(), Base.OPEN);
            for (int i = 0; i + 1 < order.length; i++)
                assertThat(pairs.onOneBase(pairs.command(order[i], false), pairs.command(order[i + 1], true))
                                .landed())
                        .isTrue();
        }
    }

    @Test
    default void saysWhoHasATicketThatCannotBeTaken() {
        Pairs pairs = Pairs.at(storage(), Base.OPEN);
        Outcome outcome = pairs.onOneBase(new Command.Take(), new Command.Take());

        assertThat(outcome.first()).isEmpty();
        ConflictException refused = (ConflictException) outcome.second().orElseThrow();
        assertThat(refused.code()).isEqualTo(ErrorCode.ALREADY_TAKEN);
        assertThat(refused.holder()).contains("grace");
        assertThat(refused.changed()).containsExactly("assignee");
    }
}
