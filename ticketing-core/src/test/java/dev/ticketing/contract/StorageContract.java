package dev.ticketing.contract;

/**
 * Everything that a storage must do. A test class implements it, gives an empty storage, and has the whole suite:
 *
 * <pre>{@code
 * final class MyStorageTest implements StorageContract {
 *     public Storage storage() {
 *         return new MyStorage(…);
 *     }
 * }
 * }</pre>
 */
public interface StorageContract
        extends OpeningContract,
                ReplyContract,
                NoteContract,
                EditContract,
                ThreadContract,
                AssignmentContract,
                FieldContract,
                TagContract,
                LinkContract,
                CopyContract,
                LifecycleContract,
                CycleContract,
                ActionsContract,
                ApplyContract,
                ConditionContract,
                IdempotencyContract,
                OnceContract,
                HistoryContract,
                FoldContract,
                FeedContract,
                FeedOrderContract,
                ListenerContract,
                DeliveryContract,
                LeaseContract,
                PortalEventContract,
                ListContract,
                CountsContract,
                SearchContract,
                AttachmentContract,
                UploadContract,
                CriticalContract,
                TenantContract,
                AccessContract,
                StampContract,
                VisibilityContract,
                TextContract,
                LimitsContract,
                TransactionContract,
                ConcurrencyContract,
                RaceContract,
                DoctorContract {}
