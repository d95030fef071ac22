package dev.ticketing.http;

import dev.ticketing.http.Problems.Problem;

/** What people read in the errors of {@code /v2/support-tickets}. */
final class ErrorTexts {

    private ErrorTexts() {}

    static String of(Problem problem, Language language) {
        return language == Language.SPANISH ? spanish(problem) : english(problem);
    }

    static String of(Fault fault, Language language) {
        String field = fault.field();
        if (language == Language.SPANISH)
            return fault.isMissingField()
                    ? "El campo " + field + " es obligatorio"
                    : "El campo " + field + " no es válido";
        if (fault.isMissingField()) return "The field " + field + " is required";
        return fault.isInside()
                ? "The field " + field + " is not valid: " + fault.pointer() + " " + fault.detail()
                : "The field " + field + " " + fault.detail();
    }

    private static String english(Problem problem) {
        return switch (problem) {
            case INVALID_REQUEST -> "The request is not valid";
            case INVALID_BODY -> "The body must be one JSON object";
            case INVALID_PARAMETERS -> "One or more query parameters are not valid";
            case INVALID_STATUS -> "The ticket cannot move to that status";
            case UNAUTHORIZED -> "A valid credential is required";
            case FORBIDDEN -> "The credential does not allow this";
            case NOT_FOUND -> "There is nothing at this address";
            case SUPPORT_TICKET_NOT_FOUND -> "Support ticket not found";
            case ATTACHMENT_NOT_FOUND -> "Attachment not found";
            case METHOD_NOT_ALLOWED -> "The address does not support this method";
            case NOT_ACCEPTABLE -> "The answer can only be application/json";
            case CONFLICT -> "The ticket changed meanwhile; read it again";
            case IDEMPOTENCY_KEY_REUSED -> "The idempotency key was used with another request";
            case TICKET_CLOSED -> "The ticket is closed; reopen it first";
            case TRANSITION_REFUSED -> "The ticket cannot move to that status";
            case PRECONDITION_FAILED -> "The ticket is at another version; read it again";
            case TOO_LARGE -> "The request is too large";
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be application/json";
            case RATE_LIMITED, RATE_LIMIT_EXCEEDED -> "Too many requests; try again later";
            case INTERNAL_ERROR -> "Something went wrong on our side";
            case TRY_AGAIN -> "Other writers were in the way; try again";
        };
    }

    private static String spanish(Problem problem) {
        return switch (problem) {
            case INVALID_REQUEST -> "La solicitud no es válida";
            case INVALID_BODY -> "El cuerpo debe ser un único objeto JSON";
            case INVALID_PARAMETERS -> "Uno o más parámetros de consulta no son válidos";
            case INVALID_STATUS -> "El ticket no puede pasar a ese estado";
            case UNAUTHORIZED -> "Se requiere una credencial válida";
            case FORBIDDEN -> "La credencial no permite esta operación";
            case NOT_FOUND -> "No hay nada en esta dirección";
            case SUPPORT_TICKET_NOT_FOUND -> "Ticket de soporte no encontrado";
            case ATTACHMENT_NOT_FOUND -> "Archivo adjunto no encontrado";
            case METHOD_NOT_ALLOWED -> "La dirección no admite este método";
            case NOT_ACCEPTABLE -> "La respuesta solo puede ser application/json";
            case CONFLICT -> "El ticket cambió entretanto; vuelva a leerlo";
            case IDEMPOTENCY_KEY_REUSED -> "La clave de idempotencia se usó con otra solicitud";
            case TICKET_CLOSED -> "El ticket está cerrado; reábralo primero";
            case TRANSITION_REFUSED -> "El ticket no puede pasar a ese estado";
            case PRECONDITION_FAILED -> "El ticket tiene otra versión; vuelva a leerlo";
            case TOO_LARGE -> "La solicitud es demasiado grande";
            case UNSUPPORTED_MEDIA_TYPE -> "El cuerpo debe ser application/json";
            case RATE_LIMITED, RATE_LIMIT_EXCEEDED -> "Demasiadas solicitudes; inténtelo más tarde";
            case INTERNAL_ERROR -> "Algo falló de nuestro lado";
            case TRY_AGAIN -> "Otras escrituras lo impidieron; inténtelo de nuevo";
        };
    }
}
