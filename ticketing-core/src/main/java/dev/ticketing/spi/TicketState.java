package dev.ticketing.spi;

import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one ticket row holds: a value for each {@link TicketField} that has one. Immutable and thread-safe; equal
 * when all fields are equal.
 */
public final class TicketState {

    private final TenantId tenant;
    private final TicketId id;
    private final @Nullable Object[] values;

    private TicketState(TenantId tenant, TicketId id, @Nullable Object[] values) {
        this.tenant = tenant;
        this.id = id;
        this.values = values;
    }

    /**
     * Starts a ticket that has no field yet.
     *
     * @param tenant its tenant
     * @param id its id
     * @return the empty state
     */
    public static TicketState empty(TenantId tenant, TicketId id) {
        return new TicketState(
                tenant, id, new @Nullable Object[TicketField.all().size()]);
    }

    /**
     * Prepares a ticket that is like this one but for some fields.
     *
     * @return a builder with the fields of this one
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Gives the ticket's tenant.
     *
     * @return the tenant
     */
    public TenantId tenant() {
        return tenant;
    }

    /**
     * Gives the ticket's id.
     *
     * @return the id
     */
    public TicketId id() {
        return id;
    }

    /**
     * Gives a field that every ticket has.
     *
     * @param field the field
     * @param <T> the type of its values
     * @return its value
     * @throws IllegalStateException if the ticket has none
     */
    public <T> T get(TicketField<T> field) {
        T value = orNull(field);
        if (value == null) throw new IllegalStateException("ticket " + id + " has no " + field);
        return value;
    }

    /**
     * Gives a field that a ticket may lack.
     *
     * @param field the field
     * @param <T> the type of its values
     * @return its value, if it has one
     */
    public <T> Optional<T> find(TicketField<T> field) {
        return Optional.ofNullable(orNull(field));
    }

    /**
     * Gives a number.
     *
     * @param field the field
     * @return its value, 0 if it has none
     */
    public long number(TicketField<Long> field) {
        Long value = orNull(field);
        return value == null ? 0 : value;
    }

    /**
     * Gives a field in its text form.
     *
     * @param field the field
     * @param <T> the type of its values
     * @return the text form, if it has a value
     */
    public <T> Optional<String> encoded(TicketField<T> field) {
        T value = orNull(field);
        return value == null ? Optional.empty() : Optional.of(field.encode(value));
    }

    /**
     * Sets or clears a field.
     *
     * @param field the field
     * @param value its value, or null for none
     * @param <T> the type of its values
     * @return a copy
     */
    public <T> TicketState with(TicketField<T> field, @Nullable T value) {
        return toBuilder().with(field, value).build();
    }

    /**
     * Gives a field as it is.
     *
     * @param field the field
     * @param <T> the type of its values
     * @return its value, or null if it has none
     */
    @SuppressWarnings("unchecked") // with() put a T there
    public <T> @Nullable T orNull(TicketField<T> field) {
        return (T) values[field.index()];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketState state
                && tenant.equals(state.tenant)
                && id.equals(state.id)
                && Arrays.equals(values, state.values);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Names the ticket and its version; what people wrote stays out. */
    @Override
    public String toString() {
        return "TicketState[" + id + " v" + number(TicketField.VERSION) + "]";
    }

    /** Sets many fields with one copy of the state. Can build more than once. Not thread-safe. */
    public static final class Builder {

        private TicketState state;
        private boolean isMine;

        private Builder(TicketState state) {
            this.state = state;
        }

        /**
         * Sets or clears a field.
         *
         * @param field the field
         * @param value its value, or null for none
         * @param <T> the type of its values
         * @return this builder
         */
        public <T> Builder with(TicketField<T> field, @Nullable T value) {
            if (!isMine) state = new TicketState(state.tenant, state.id, state.values.clone());
            isMine = true;
            state.values[field.index()] = value;
            return this;
        }

        /**
         * Gives a number as it is so far.
         *
         * @param field the field
         * @return its value, 0 if it has none
         */
        public long number(TicketField<Long> field) {
            return state.number(field);
        }

        /**
         * Gives the ticket as it is so far.
         *
         * @return the state, which does not change any more
         */
        public TicketState build() {
            isMine = false;
            return state;
        }
    }
}
