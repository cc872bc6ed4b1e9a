package org.needlepoint.frontdoor.settings.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Equipment;
import org.needlepoint.scheduling.Equipments;
import org.needlepoint.scheduling.ReviseResources;
import org.needlepoint.scheduling.ReviseResources.Retirement;
import org.needlepoint.scheduling.Room;
import org.needlepoint.scheduling.Rooms;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Rooms and equipment of each place.
@Controller
@RequestMapping("/p/{slug}/settings")
class RoomPages {
    private static final String ROOM = "room";
    private static final int LONGEST_NAME = 100;

    private final Rooms rooms;
    private final Equipments equipments;
    private final ReviseResources reviseResources;
    private final FormPage form;

    RoomPages(Rooms rooms, Equipments equipments, ReviseResources reviseResources, FormPage form) {
        this.rooms = rooms;
        this.equipments = equipments;
        this.reviseResources = reviseResources;
        this.form = form;
    }

    /// A room or a piece of equipment.
    ///
    /// @param path below the practice, to take it out of use
    record Thing(String name, String kind, String path) {}

    /// What a place has.
    record Place(String name, List<Thing> things) {}

    @GetMapping("/rooms")
    ModelAndView list(Practice practice, SignedIn who, Locale locale) {
        return list(practice, who, Map.of("kind", ROOM), List.of(), locale);
    }

    @PostMapping("/rooms")
    ModelAndView add(Practice practice, @RequestParam Map<String, String> typed, SignedIn who, Locale locale) {
        var fields = new Fields(typed);
        var name = fields.text("name", LONGEST_NAME, "hours.room.name.missing");
        var place = practice.locations().size() == 1
                ? Optional.of(practice.locations().getFirst().id())
                : Fields.id(fields.text("place"))
                        .filter(id -> practice.locations().stream()
                                .anyMatch(each -> each.id().equals(id)));
        if (place.isEmpty()) {
            fields.wrong("place", "hours.room.place.missing");
        }
        boolean isRoom = fields.text("kind").equals(ROOM);
        var kind = Arrays.stream(Equipment.Kind.values())
                .filter(each -> each.code().equals(fields.text("kind")))
                .findFirst();
        if (!isRoom && kind.isEmpty()) {
            fields.wrong("kind", "hours.wrong.choice");
        }
        if (place.isPresent() && taken(practice, place.get(), name)) {
            fields.wrong("name", "hours.room.name.twice");
        }
        if (!fields.fine() || place.isEmpty()) {
            return list(practice, who, typed, fields.problems(), locale);
        }
        if (isRoom) {
            reviseResources.addRoom(practice.id(), place.get(), name, who.actor());
        } else {
            reviseResources.addEquipment(practice.id(), place.get(), kind.orElseThrow(), name, who.actor());
        }
        return toList(practice);
    }

    @PostMapping("/rooms/{id}/retirement")
    ModelAndView retireRoom(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var room = rooms.active(practice.id()).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        return retired(practice, reviseResources.retire(practice.id(), room.id(), who.actor()), who, locale);
    }

    @PostMapping("/equipment/{id}/retirement")
    ModelAndView retireEquipment(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var piece = equipments.active(practice.id()).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        return retired(practice, reviseResources.retire(practice.id(), piece.id(), who.actor()), who, locale);
    }

    private ModelAndView retired(Practice practice, Retirement retirement, SignedIn who, Locale locale) {
        return switch (retirement) {
            case Retirement.Retired _ -> toList(practice);
            case Retirement.InUse inUse -> {
                var page = list(practice, who, locale);
                page.addObject("notice", form.say("hours.room.inUse", locale, inUse.visits()));
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    private boolean taken(Practice practice, UUID place, String name) {
        return rooms.active(practice.id()).stream()
                        .anyMatch(room ->
                                room.location().equals(place) && room.name().equalsIgnoreCase(name))
                || equipments.active(practice.id()).stream()
                        .anyMatch(piece ->
                                piece.location().equals(place) && piece.name().equalsIgnoreCase(name));
    }

    private ModelAndView list(
            Practice practice, SignedIn who, Map<String, String> typed, List<Fields.Problem> problems, Locale locale) {
        var page = form.of("settings/rooms", typed, problems, locale);
        var all = rooms.active(practice.id());
        var pieces = equipments.active(practice.id());
        page.addObject("practice", practice);
        page.addObject(
                "shown",
                practice.locations().stream()
                        .map(place -> place(practice, place, all, pieces, locale))
                        .toList());
        page.addObject("mayChange", who.isAny(Role.OWNER));
        page.addObject(
                "places",
                practice.locations().size() == 1
                        ? List.of()
                        : practice.locations().stream()
                                .map(place -> new Choice(place.id().toString(), place.name(), null))
                                .toList());
        var kinds = new ArrayList<Choice>();
        kinds.add(new Choice(ROOM, form.say("hours.room", locale), null));
        for (var kind : Equipment.Kind.values()) {
            kinds.add(new Choice(kind.code(), form.say("hours.equipment." + kind.code(), locale), null));
        }
        page.addObject("kinds", kinds);
        return page;
    }

    private Place place(
            Practice practice, Practice.Location place, List<Room> all, List<Equipment> pieces, Locale locale) {
        var root = "/p/" + practice.slug() + "/settings/";
        var things = new ArrayList<Thing>();
        all.stream()
                .filter(room -> room.location().equals(place.id()))
                .forEach(room -> things.add(new Thing(
                        room.name(), form.say("hours.room", locale), root + "rooms/" + room.id() + "/retirement")));
        pieces.stream()
                .filter(piece -> piece.location().equals(place.id()))
                .forEach(piece -> things.add(new Thing(
                        piece.name(),
                        form.say("hours.equipment." + piece.kind().code(), locale),
                        root + "equipment/" + piece.id() + "/retirement")));
        return new Place(place.name(), things);
    }

    private static ModelAndView toList(Practice practice) {
        return FormPage.to("/p/" + practice.slug() + "/settings/rooms");
    }
}
