package dev.ticketing.jdbc;

import dev.ticketing.contract.AccessContract;
import dev.ticketing.contract.ActionsContract;
import dev.ticketing.contract.ApplyContract;
import dev.ticketing.contract.AssignmentContract;
import dev.ticketing.contract.AttachmentContract;
import dev.ticketing.contract.ConditionContract;
import dev.ticketing.contract.CopyContract;
import dev.ticketing.contract.CountsContract;
import dev.ticketing.contract.CriticalContract;
import dev.ticketing.contract.CycleContract;
import dev.ticketing.contract.DoctorContract;
import dev.ticketing.contract.EditContract;
import dev.ticketing.contract.FieldContract;
import dev.ticketing.contract.FoldContract;
import dev.ticketing.contract.HistoryContract;
import dev.ticketing.contract.IdempotencyContract;
import dev.ticketing.contract.LifecycleContract;
import dev.ticketing.contract.LimitsContract;
import dev.ticketing.contract.LinkContract;
import dev.ticketing.contract.ListContract;
import dev.ticketing.contract.NoteContract;
import dev.ticketing.contract.OpeningContract;
import dev.ticketing.contract.ReplyContract;
import dev.ticketing.contract.SearchContract;
import dev.ticketing.contract.TagContract;
import dev.ticketing.contract.TenantContract;
import dev.ticketing.contract.TextContract;
import dev.ticketing.contract.ThreadContract;
import dev.ticketing.contract.TransactionContract;
import dev.ticketing.contract.UploadContract;
import dev.ticketing.contract.VisibilityContract;

/** All that one thread can do, within one transaction of the host's that is never committed. */
interface JoinedContract
        extends AccessContract,
                ActionsContract,
                ApplyContract,
                AssignmentContract,
                AttachmentContract,
                ConditionContract,
                CopyContract,
                CountsContract,
                CriticalContract,
                CycleContract,
                DoctorContract,
                EditContract,
                FieldContract,
                FoldContract,
                HistoryContract,
                IdempotencyContract,
                LifecycleContract,
                LimitsContract,
                LinkContract,
                ListContract,
                NoteContract,
                OpeningContract,
                ReplyContract,
                SearchContract,
                TagContract,
                TenantContract,
                TextContract,
                ThreadContract,
                TransactionContract,
                UploadContract,
                VisibilityContract {}
