package dev.ticketing;

import java.util.Optional;
import java.util.Set;

/**
 * A person or program that works at the desk. Sees and acts on the tickets of the own {@link #departments()}.
 *
 * <p>Defaults: all departments, the tenant {@link TenantId#DEFAULT}, the scopes {@link Scope#OF_AGENTS}. Immutable and
 * thread-safe.
 */
public final class Agent implements Caller {

    private final AgentId id;
    private final AuthorKind kind;
    private final Set<String> departments;
    private final Identity identity;

    private Agent(AgentId id, AuthorKind kind, Set<String> departments, Identity identity) {
        this.id = id;
        this.kind = kind;
        this.departments = departments;
        this.identity = identity;
    }

    /**
     * Names a person at the desk.
     *
     * @param id the host's id of the person
     * @return the agent with the defaults above
     */
    public static Agent of(String id) {
        return new Agent(new AgentId(id), AuthorKind.STAFF, Set.of(), Identity.with(Scope.OF_AGENTS));
    }

    /**
     * Names a program at the desk; what it writes is shown as written by automation.
     *
     * @param id the host's id of the program
     * @return the agent with the defaults above
     */
    public static Agent system(String id) {
        return new Agent(new AgentId(id), AuthorKind.AUTOMATION, Set.of(), Identity.with(Scope.OF_AGENTS));
    }

    /**
     * Adds the name to show.
     *
     * @param name the name
     * @return a copy
     */
    public Agent name(String name) {
        return new Agent(id, kind, departments, identity.name(name));
    }

    /**
     * Narrows what the agent sees to some departments.
     *
     * @param slugs the departments; at least one
     * @return a copy
     * @throws IllegalArgumentException if there is none, since that reads like "all"
     */
    public Agent departments(Set<String> slugs) {
        if (slugs.isEmpty())
            throw new IllegalArgumentException("departments must name at least one; leave it out for all");
        return new Agent(id, kind, Set.copyOf(slugs), identity);
    }

    /**
     * Puts the agent into a tenant.
     *
     * @param tenant the tenant
     * @return a copy
     */
    public Agent tenant(TenantId tenant) {
        return new Agent(id, kind, departments, identity.tenant(tenant));
    }

    /**
     * Replaces the scopes.
     *
     * @param scopes what the credential carries
     * @return a copy
     */
    public Agent scopes(Set<Scope> scopes) {
        return new Agent(id, kind, departments, identity.scopes(scopes));
    }

    /**
     * Says where the acts come from.
     *
     * @param origin for example a surface's name
     * @return a copy
     */
    public Agent origin(String origin) {
        return new Agent(id, kind, departments, identity.origin(origin));
    }

    /**
     * Ties the acts to the host's own traces.
     *
     * @param correlationId the host's id
     * @return a copy
     */
    public Agent correlationId(String correlationId) {
        return new Agent(id, kind, departments, identity.correlationId(correlationId));
    }

    /**
     * Says for whom the agent acts; part of every event.
     *
     * @param person the host's id of that person
     * @return a copy
     */
    public Agent onBehalfOf(String person) {
        return new Agent(id, kind, departments, identity.onBehalfOf(person));
    }

    /** {@return the host's id: the id} */
    public AgentId id() {
        return id;
    }

    /** {@return the departments that the agent sees: their slugs; empty means all} */
    public Set<String> departments() {
        return departments;
    }

    @Override
    public TenantId tenant() {
        return identity.tenant();
    }

    @Override
    public Set<Scope> scopes() {
        return identity.scopes();
    }

    @Override
    public Author author() {
        return new Author(id.value(), identity.name(), kind);
    }

    @Override
    public String origin() {
        return identity.origin();
    }

    @Override
    public Optional<String> correlationId() {
        return identity.correlationId();
    }

    @Override
    public Optional<String> onBehalfOf() {
        return identity.onBehalfOf();
    }

    @Override
    public String toString() {
        return "Agent[" + id + "]";
    }
}
