package org.tablee.session;

import java.util.Locale;
import org.tablee.json.JsonObject;
import org.tablee.table.ParticipantId;

/**
 * Who is at the other end of a socket.
 *
 * @param you the participant as the welcome tells it; the role in it is that of the table's state
 * @param session which of the installation's sessions the socket was opened under; no secret
 * @param locale the language of messages
 */
public record Guest(ParticipantId participant, JsonObject you, String session, Locale locale) {}
