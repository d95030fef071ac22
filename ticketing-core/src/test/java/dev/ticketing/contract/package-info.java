/**
 * What every storage must do, as suites that run: implement {@link dev.ticketing.contract.StorageContract} in a JUnit test class
 * and give it an empty storage. Published as a test-jar, so that adapters outside this project prove themselves with the same
 * words. Nothing in it may be disabled or overridden by an adapter.
 *
 * <p>Beside them stand the guards that every module runs over itself: {@link dev.ticketing.contract.RoomsContract} and
 * {@link dev.ticketing.contract.PublicSurfaceContract}.
 */
package dev.ticketing.contract;
