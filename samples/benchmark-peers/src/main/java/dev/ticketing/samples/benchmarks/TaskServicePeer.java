package dev.ticketing.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.task.Attachment;
import org.flowable.engine.task.Comment;
import org.flowable.task.api.Task;

/** A workflow engine's task service: a ticket is a task, messages are comments; no tags, no full text, no conditions. */
public final class TaskServicePeer implements Peer {

    private static final int CASES_A_COMMIT = 100;

    /** Found by its name. */
    public TaskServicePeer() {}

    @Override
    public Programs program() {
        return Programs.TASK_SERVICE;
    }

    @Override
    public void fill(String url, int tickets) {
        Zipf texts = new Zipf();
        try (Opened opened = opened(url)) {
            for (int from = 1; from <= tickets; from += CASES_A_COMMIT) {
                int first = from;
                int end = Math.min(tickets + 1, from + CASES_A_COMMIT);
                // commands inside of a command share its transaction
                Command<Void> batch = context -> {
                    for (int number = first; number < end; number++) opened.write(Case.of(number, texts));
                    return null;
                };
                opened.engine().getManagementService().executeCommand(batch);
            }
        }
    }

    @Override
    public Program open(String url) {
        return opened(url);
    }

    private static Opened opened(String url) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        HikariDataSource pool = Engine.POSTGRESQL.pool(url);
        configuration.setDataSource(pool);
        // only so: asked to check its tables, it does not find those that it made itself
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setAsyncExecutorActivate(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        return new Opened(engine, engine.getTaskService(), pool);
    }

    /** What a detail gives. */
    private record Detail(Task task, List<Comment> comments, List<Attachment> attachments) {}

    private record Opened(ProcessEngine engine, TaskService tasks, HikariDataSource pool) implements Program {

        void write(Case each) {
            Task task = tasks.newTask(each.publicId());
            task.setName(each.subject());
            task.setOwner(each.requester());
            task.setAssignee(each.assignee());
            task.setCategory(each.status());
            tasks.saveTask(task);
            for (String message : each.messages()) tasks.addComment(task.getId(), null, message);
            for (String file : each.files())
                tasks.createAttachment(
                        "application/pdf", task.getId(), null, file, "", "https://files.example.org/" + file);
        }

        @Override
        public List<Object> keys(List<Case> cases) {
            return cases.stream().<Object>map(Case::publicId).toList();
        }

        @Override
        public Object detail(Object key) {
            String id = (String) key;
            return new Detail(
                    tasks.createTaskQuery().taskId(id).singleResult(),
                    tasks.getTaskComments(id),
                    tasks.getTaskAttachments(id));
        }

        @Override
        public Rows list(Optional<Object> after) {
            int first = after.map(Integer.class::cast).orElse(0);
            List<Task> page = tasks.createTaskQuery()
                    .taskAssignee(Case.BUSY)
                    .taskCategory(Case.OPEN)
                    .orderByTaskCreateTime()
                    .desc()
                    .listPage(first, PAGE);
            return new Rows(page, page.size() == PAGE ? Optional.of(first + PAGE) : Optional.empty());
        }

        @Override
        public Object counts() {
            return tasks.createTaskQuery().taskAssignee(Case.BUSY).count();
        }

        @Override
        public long version(Object key) {
            return tasks.createTaskQuery().taskId((String) key).count();
        }

        @Override
        public Rows search(String word) {
            throw new UnsupportedOperationException("it has no full text");
        }

        @Override
        public Object create(Case fresh) {
            Task task = tasks.newTask(UUID.randomUUID().toString());
            task.setName(fresh.subject());
            task.setOwner(fresh.requester());
            task.setCategory(fresh.status());
            tasks.saveTask(task);
            tasks.addComment(task.getId(), null, fresh.messages().get(0));
            tasks.createAttachment(
                    "application/pdf", task.getId(), null, "invoice.pdf", "", "https://files.example.org/invoice.pdf");
            return task.getId();
        }

        @Override
        public Object reply(Object key, String text) {
            return tasks.addComment((String) key, null, text);
        }

        @Override
        public void close() {
            engine.close();
            pool.close();
        }
    }
}
