package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /v2/support-tickets} refuses, in which words, and that nothing is stored then. */
class SupportTicketsErrorsTest {

    private static final String TICKETS = "/v2/support-tickets";
    private static final Host HOST = Host.start();

    private static String id = "";

    @BeforeAll
    static void open() {
        id = SupportTicketsContractTest.id(HOST.as("ada").post(TICKETS, SupportTicketsContractTest.DRAFT));
    }

    @AfterAll
    static void stop() {
        HOST.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TITLE_REQUIRED|{}",
                "TITLE_REQUIRED|{'title':' ','priority':'x'}",
                "TITLE_REQUIRED|{'title':null}",
                "INVALID_TITLE|{'title':7}",
                "INVALID_TITLE|{'title':'a\\u0000b'}",
                "INVALID_TITLE|{'title':'a\\ud800'}",
                "DESCRIPTION_REQUIRED|{'title':'t'}",
                "INVALID_DESCRIPTION|{'title':'t','description':[]}",
                "PRIORITY_REQUIRED|{'title':'t','description':'d'}",
                "PRIORITY_REQUIRED|{'title':'t','description':'d','priority':''}",
                "INVALID_PRIORITY|{'title':'t','description':'d','priority':'critical'}",
                "INVALID_PRIORITY|{'title':'t','description':'d','priority':'HIGH','category':'none'}",
                "INVALID_PRIORITY|{'title':'t','description':'d','priority':3}",
                "CATEGORY_REQUIRED|{'title':'t','description':'d','priority':'low'}",
                "INVALID_CATEGORY|{'title':'t','description':'d','priority':'low','category':'weather'}",
                "INVALID_TAGS|{'title':'t','description':'d','priority':'low','category':'general','tags':'a'}",
                "INVALID_TAGS|{'title':'t','description':'d','priority':'low','category':'general','tags':[1]}",
                "INVALID_TAGS|{'title':'t','description':'d','priority':'low','category':'general','tags':[' ']}",
                "INVALID_ATTACHMENTS|{'title':'t','description':'d','priority':'low','category':'general','attachments':[{}]}",
                "INVALID_ATTACHMENTS|{'title':'t','description':'d','priority':'low','category':'general','attachments':"
                        + "[{'filename':'a','url':'http://a.example.org','size':1,'type':'text/plain'}]}",
                "INVALID_ATTACHMENTS|{'title':'t','description':'d','priority':'low','category':'general','attachments':"
                        + "[{'filename':'a','url':'https://a.example.org','size':1.5,'type':'text/plain'}]}",
                "INVALID_ATTACHMENTS|{'title':'t','description':'d','priority':'low','category':'general','attachments':"
                        + "[{'filename':'a','url':'https://a.example.org','size':-1,'type':'text/plain'}]}"
            })
    void namesTheFirstBrokenFieldInDocumentedOrder(String code, String body) {
        Answer refused = HOST.as("ada").post(TICKETS, body.replace('\'', '"'));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().propertyNames()).containsExactly("error", "message");
        assertThat(refused.json().at("/message").asString()).isEqualTo(code);
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void refusesLongTexts() {
        assertThat(code(HOST.as("ada").post(TICKETS, draft("x".repeat(256), "d"))))
                .isEqualTo("INVALID_TITLE");
        assertThat(code(HOST.as("ada").post(TICKETS, draft("t", "x".repeat(65_536)))))
                .isEqualTo("INVALID_DESCRIPTION");
        assertThat(code(HOST.as("grace").put(TICKETS + "/" + id, "{\"message\":\"" + "x".repeat(65_536) + "\"}")))
                .isEqualTo("INVALID_MESSAGE");
        assertThat(code(HOST.as("grace").put(TICKETS + "/" + id, "{\"description\":\"" + "x".repeat(65_536) + "\"}")))
                .isEqualTo("INVALID_DESCRIPTION");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TITLE_REQUIRED|{'title':''}",
                "TITLE_REQUIRED|{'title':null}",
                "INVALID_STATUS|{'status':'unknown'}",
                "STATUS_REQUIRED|{'status':null}",
                "INVALID_ASSIGNED_TO|{'assignedTo':5}",
                "ASSIGNED_TO_REQUIRED|{'assignedTo':' '}",
                "INVALID_ASSIGNED_TO|{'assignedTo':'a\\nb'}",
                "RESOLUTION_REQUIRED|{'resolution':' '}",
                "MESSAGE_REQUIRED|{'message':' '}",
                "INVALID_MESSAGE|{'message':true}",
                "INVALID_ATTACHMENT_IDS|{'message':'m','attachmentIds':['satt_unknown']}",
                "INVALID_THREADS|{'threads':[{'x':1},5]}",
                "INVALID_THREADS|{'threads':[{'message':' '}]}",
                "INVALID_THREADS|{'threads':[{'message':'a\\u0000b'}]}",
                "INVALID_THREADS|{'threads':5}",
                "INVALID_MESSAGE|{'message':'a\\u0000b'}",
                "INVALID_DESCRIPTION|{'description':'a\\u0000b','message':'m'}",
                "INVALID_DESCRIPTION|{'description':'a\\u0000b','threads':[{'message':'m'}]}",
                "INVALID_TAGS|{'tags':['',5]}"
            })
    void refusesBrokenUpdates(String code, String body) {
        Answer refused = HOST.as("grace").put(TICKETS + "/" + id, body.replace('\'', '"'));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'tags':['',5]}|The field tags is not valid: /tags/1 must be a string",
                "{'tags':[5,'a']}|The field tags is not valid: /tags/0 must be a string",
                "{'threads':[{'x':1}]}|The field threads is not valid: /threads/0/message must be given and not be blank",
                "{'title':7}|The field title must be a string"
            })
    void saysWhichElementIsWrong(String body, String text) {
        Answer refused = HOST.as("grace").put(TICKETS + "/" + id, body.replace('\'', '"'));
        assertThat(refused.json().at("/error").asString()).isEqualTo(text);
    }

    @Test
    void asksStaffForTheClient() {
        String draft = "{\"title\":\"t\",\"description\":\"d\",\"priority\":\"low\",\"category\":\"general\"%s}";
        assertThat(code(HOST.as("grace").post(TICKETS, draft.formatted("")))).isEqualTo("CLIENT_REQUIRED");
        assertThat(code(HOST.as("grace").post(TICKETS, draft.formatted(",\"client\":\" \""))))
                .isEqualTo("CLIENT_REQUIRED");
        assertThat(code(HOST.as("grace").post(TICKETS, draft.formatted(",\"client\":1"))))
                .isEqualTo("INVALID_CLIENT");
        assertThat(code(HOST.as("grace").post(TICKETS, "{}"))).isEqualTo("TITLE_REQUIRED");
        assertThat(total()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=x",
                "page=1.5",
                "page=",
                "page=1001",
                "page=99999999999999999999",
                "limit=0",
                "limit=x",
                "page=101&limit=1000",
                "status=answered",
                "status=",
                "status=open&status=open",
                "category=weather",
                "priority=critical",
                "countByStatus=yes"
            })
    void refusesBadParameters(String query) {
        Answer refused = HOST.as("ada").get(TICKETS + "?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("""
                        {"success":false,"error":"One or more query parameters are not valid","code":"INVALID_PARAMETERS"}""");
    }

    @Test
    void reachesTenThousandRowsDeep() {
        assertThat(HOST.as("ada").get(TICKETS + "?page=1000&limit=10").status()).isEqualTo(200);
        assertThat(HOST.as("ada").get(TICKETS + "?page=100&limit=100").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tkt_00000000000000000000000000", "support_ticket_123", "1", "tkt_%20", "%C3%BC"})
    void answersUnknownIdsAlike(String unknown) {
        for (Answer answer : new Answer[] {
            HOST.as("ada").get(TICKETS + "/" + unknown), HOST.as("grace").put(TICKETS + "/" + unknown, "{}")
        }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text())
                    .isEqualTo("{\"error\":\"Support ticket not found\",\"message\":\"SUPPORT_TICKET_NOT_FOUND\"}");
        }
    }

    @Test
    void answersInSpanishOnRequest() {
        ValidatingClient ada = HOST.as("ada").with("Accept-Language", "fr, en;q=0.5, es-MX;q=0.9");
        assertThat(ada.get(TICKETS + "/x").text())
                .isEqualTo("{\"error\":\"Ticket de soporte no encontrado\",\"message\":\"SUPPORT_TICKET_NOT_FOUND\"}");
        assertThat(ada.post(TICKETS, "{}").text())
                .isEqualTo("{\"error\":\"El campo title es obligatorio\",\"message\":\"TITLE_REQUIRED\"}");
        assertThat(HOST.as("ada")
                        .with("Accept-Language", "en, es;q=0.5")
                        .get(TICKETS + "/x")
                        .text())
                .contains("Support ticket not found");
        assertThat(HOST.as("ada")
                        .with("Accept-Language", "tr")
                        .get(TICKETS + "/x")
                        .text())
                .contains("Support ticket not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "es;q=abc", ",,,", "*", "x-", "es-", "-", "q=1;q=2", "\"es"})
    void survivesOddLanguages(String header) {
        assertThat(HOST.as("ada")
                        .with("Accept-Language", header)
                        .get(TICKETS + "/x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tellsMissingRightsInTheirOwnShape() {
        assertThat(HOST.anonymous().get(TICKETS).text())
                .isEqualTo("{\"message\":\"A valid credential is required\",\"code\":\"UNAUTHORIZED\"}");
        assertThat(HOST.as("readonly").post(TICKETS, "{}").text())
                .isEqualTo("{\"message\":\"The credential does not allow this\",\"code\":\"FORBIDDEN\"}");
    }

    private static String draft(String title, String description) {
        return "{\"title\":\"%s\",\"description\":\"%s\",\"priority\":\"low\",\"category\":\"general\"}"
                .formatted(title, description);
    }

    private static String code(Answer answer) {
        return answer.json().at("/message").asString();
    }

    private static int total() {
        return HOST.as("ada").get(TICKETS).json().at("/pagination/total").asInt();
    }
}
