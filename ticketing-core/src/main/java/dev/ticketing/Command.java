package dev.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * One thing to do to a ticket, as data; {@link Desk#apply} does several as one. Immutable.
 *
 * <p>A command that finds everything as it wants it changes nothing, moves no version and succeeds.
 */
public sealed interface Command {

    /** A command that requesters may give, too. */
    sealed interface ByRequester extends Command permits Reply, Close, Reopen {}

    /**
     * A public message.
     *
     * @param draft what it says
     */
    record Reply(MessageDraft draft) implements ByRequester {

        /** Checks that everything is there. */
        public Reply {
            Words.required(draft, "draft");
        }
    }

    /**
     * A note that only staff see.
     *
     * @param draft what it says
     */
    record AddNote(MessageDraft draft) implements Command {

        /** Checks that everything is there. */
        public AddNote {
            Words.required(draft, "draft");
        }
    }

    /**
     * Another text for a message or note; the earlier ones are kept.
     *
     * @param entry which
     * @param text the new text
     */
    record Edit(EntryId entry, String text) implements Command {

        /** Checks that everything is there. */
        public Edit {
            Words.required(entry, "entry");
            Words.required(text, "text");
        }
    }

    /**
     * Another text for the opening message.
     *
     * @param text the new text
     */
    record EditOpening(String text) implements Command {

        /** Checks that everything is there. */
        public EditOpening {
            Words.required(text, "text");
        }
    }

    /**
     * Gives the ticket to somebody.
     *
     * @param agent to whom
     */
    record Assign(AgentId agent) implements Command {

        /** Checks that everything is there. */
        public Assign {
            Words.required(agent, "agent");
        }
    }

    /** Gives the ticket to the caller, unless somebody else has it. */
    record Take() implements Command {}

    /** Takes the ticket from whoever has it. */
    record Release() implements Command {}

    /**
     * Moves the ticket to a status.
     *
     * @param status which
     */
    record Move(StatusKey status) implements Command {

        /** Checks that everything is there. */
        public Move {
            Words.required(status, "status");
        }
    }

    /**
     * Marks the ticket as done.
     *
     * @param resolution what came of it, if there is something to say
     */
    record Resolve(Optional<String> resolution) implements Command {

        /** Checks that everything is there. */
        public Resolve {
            Words.required(resolution, "resolution");
        }
    }

    /**
     * Says what came of the ticket, or takes that back.
     *
     * @param resolution the words, or empty
     */
    record Conclude(Optional<String> resolution) implements Command {

        /** Checks that everything is there. */
        public Conclude {
            Words.required(resolution, "resolution");
        }
    }

    /** Closes the ticket. */
    record Close() implements ByRequester {}

    /** Opens the ticket again. */
    record Reopen() implements ByRequester {}

    /**
     * Gives the ticket to another team.
     *
     * @param department its slug
     */
    record Transfer(String department) implements Command {

        /** Checks that everything is there. */
        public Transfer {
            Words.required(department, "department");
        }
    }

    /**
     * Changes how urgent it is.
     *
     * @param priority how urgent
     */
    record Prioritise(Priority priority) implements Command {

        /** Checks that everything is there. */
        public Prioritise {
            Words.required(priority, "priority");
        }
    }

    /**
     * Changes what it is about.
     *
     * @param category one of the desk's categories
     */
    record Categorise(String category) implements Command {

        /** Checks that everything is there. */
        public Categorise {
            Words.required(category, "category");
        }
    }

    /**
     * Changes the headline.
     *
     * @param subject the new one
     */
    record Retitle(String subject) implements Command {

        /** Checks that everything is there. */
        public Retitle {
            Words.required(subject, "subject");
        }
    }

    /**
     * Adds tags.
     *
     * @param audience who may see them
     * @param tags which
     */
    record Tag(Audience audience, List<String> tags) implements Command {

        /** Checks that everything is there. */
        public Tag {
            Words.required(audience, "audience");
            tags = List.copyOf(Words.required(tags, "tags"));
        }
    }

    /**
     * Removes tags.
     *
     * @param audience whose tags
     * @param tags which
     */
    record Untag(Audience audience, List<String> tags) implements Command {

        /** Checks that everything is there. */
        public Untag {
            Words.required(audience, "audience");
            tags = List.copyOf(Words.required(tags, "tags"));
        }
    }

    /**
     * Makes these the public tags, in this order.
     *
     * @param tags which
     */
    record Retag(List<String> tags) implements Command {

        /** Checks that everything is there. */
        public Retag {
            tags = List.copyOf(Words.required(tags, "tags"));
        }
    }

    /**
     * Adds a link.
     *
     * @param ref to what
     */
    record AddLink(LinkRef ref) implements Command {

        /** Checks that everything is there. */
        public AddLink {
            Words.required(ref, "ref");
        }
    }

    /**
     * Removes a link.
     *
     * @param ref to what
     */
    record Unlink(LinkRef ref) implements Command {

        /** Checks that everything is there. */
        public Unlink {
            Words.required(ref, "ref");
        }
    }

    /**
     * Adds addresses that get copies.
     *
     * @param emails which
     */
    record Cc(List<String> emails) implements Command {

        /** Checks that everything is there. */
        public Cc {
            emails = List.copyOf(Words.required(emails, "emails"));
        }
    }

    /**
     * Removes addresses that get copies.
     *
     * @param emails which
     */
    record Uncc(List<String> emails) implements Command {

        /** Checks that everything is there. */
        public Uncc {
            emails = List.copyOf(Words.required(emails, "emails"));
        }
    }

    /**
     * Adds files to the ticket itself.
     *
     * @param files which
     */
    record Attach(List<FileRef> files) implements Command {

        /** Checks that everything is there. */
        public Attach {
            files = List.copyOf(Words.required(files, "files"));
        }
    }
}
