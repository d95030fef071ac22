package dev.ticketing;

import java.util.Optional;
import java.util.Set;

/**
 * A person who asks for help. Sees and acts on the tickets of the own {@link #account()}, nothing else.
 *
 * <p>Defaults: the account is the requester's own id, the tenant is {@link TenantId#DEFAULT}, the scopes are
 * {@link Scope#OF_REQUESTERS}. Immutable and thread-safe.
 */
public final class Requester implements Caller {

    private final RequesterId id;
    private final AccountId account;
    private final Optional<String> email;
    private final Identity identity;

    private Requester(RequesterId id, AccountId account, Optional<String> email, Identity identity) {
        this.id = id;
        this.account = account;
        this.email = email;
        this.identity = identity;
    }

    /**
     * Names a requester.
     *
     * @param id the host's id of the person
     * @return the requester with the defaults above
     */
    public static Requester of(String id) {
        return new Requester(
                new RequesterId(id), new AccountId(id), Optional.empty(), Identity.with(Scope.OF_REQUESTERS));
    }

    /**
     * Adds the name to show.
     *
     * @param name the name
     * @return a copy
     */
    public Requester name(String name) {
        return new Requester(id, account, email, identity.name(name));
    }

    /**
     * Adds the address.
     *
     * @param email the address
     * @return a copy
     */
    public Requester email(String email) {
        Words.requireId(email, "email");
        return new Requester(id, account, Optional.of(email), identity);
    }

    /**
     * Puts the requester into an account that several share.
     *
     * @param account the host's id of the account
     * @return a copy
     */
    public Requester account(String account) {
        return new Requester(id, new AccountId(account), email, identity);
    }

    /**
     * Puts the requester into a tenant.
     *
     * @param tenant the tenant
     * @return a copy
     */
    public Requester tenant(TenantId tenant) {
        return new Requester(id, account, email, identity.tenant(tenant));
    }

    /**
     * Replaces the scopes.
     *
     * @param scopes what the credential carries
     * @return a copy
     */
    public Requester scopes(Set<Scope> scopes) {
        return new Requester(id, account, email, identity.scopes(scopes));
    }

    /**
     * Says where the acts come from.
     *
     * @param origin for example a surface's name
     * @return a copy
     */
    public Requester origin(String origin) {
        return new Requester(id, account, email, identity.origin(origin));
    }

    /**
     * Ties the acts to the host's own traces.
     *
     * @param correlationId the host's id
     * @return a copy
     */
    public Requester correlationId(String correlationId) {
        return new Requester(id, account, email, identity.correlationId(correlationId));
    }

    /** {@return the host's id of the person: the id} */
    public RequesterId id() {
        return id;
    }

    /** {@return the account that ownership, counts and per-account rules use: the account} */
    public AccountId account() {
        return account;
    }

    /** {@return the name to show: the name, if one is known} */
    public Optional<String> name() {
        return identity.name();
    }

    /** {@return the address: the address, if one is known} */
    public Optional<String> email() {
        return email;
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
        return new Author(id.value(), identity.name(), AuthorKind.REQUESTER);
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
        return "Requester[" + id + "]";
    }
}
