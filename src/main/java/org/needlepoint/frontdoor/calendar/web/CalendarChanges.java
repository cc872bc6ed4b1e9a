package org.needlepoint.frontdoor.calendar.web;

import org.needlepoint.identity.SignInState;
import org.needlepoint.practice.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open calendars that something changed. It carries no data: the page asks again for what it shows.
@Controller
class CalendarChanges {
    private final LiveCalendars live;

    CalendarChanges(LiveCalendars live) {
        this.live = live;
    }

    @GetMapping(path = "/p/{slug}/calendar/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(Practice practice, SignInState state) {
        if (!(state instanceof SignInState.Active(var key, var _))) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return live.open(practice.id(), key)
                .map(emitter -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .header("X-Accel-Buffering", "no")
                        .body(emitter))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }
}
