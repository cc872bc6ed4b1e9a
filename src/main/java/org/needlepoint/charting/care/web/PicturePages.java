package org.needlepoint.charting.care.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.care.KeepPicture;
import org.needlepoint.charting.care.KeepPicture.Keeping;
import org.needlepoint.documents.Picture;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Photos of reactions and scans of paper sheets of a visit.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/pictures")
class PicturePages {
    private final KeepPicture keepPicture;
    private final CareModel model;

    PicturePages(KeepPicture keepPicture, CareModel model) {
        this.keepPicture = keepPicture;
        this.model = model;
    }

    @PostMapping
    ModelAndView keep(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(defaultValue = "reaction") String kind,
            @RequestParam(defaultValue = "no") String agreed,
            SignedIn who,
            Locale locale)
            throws IOException {
        var what = kind.equals("sheet") ? Picture.Kind.SHEET : Picture.Kind.REACTION;
        return switch (keepPicture.keep(
                practice.id(),
                new AppointmentId(id),
                what,
                agreed.equals("yes"),
                picture == null ? new byte[0] : picture.getBytes(),
                who.actor())) {
            case Keeping.Kept _ -> back(practice, id);
            case Keeping.NoPicture _ -> refused(practice, id, "picture", "care.error.picture", who, locale);
            case Keeping.NotAgreed _ -> refused(practice, id, "agreed", "care.error.agreed", who, locale);
            case Keeping.NotWanted _ -> refused(practice, id, "picture", "care.error.notWanted", who, locale);
        };
    }

    @GetMapping("/{picture}.jpg")
    ResponseEntity<byte[]> show(Practice practice, @PathVariable UUID id, @PathVariable UUID picture, SignedIn who) {
        var jpeg = keepPicture
                .look(practice.id(), new AppointmentId(id), picture, who.actor())
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg);
    }

    private ModelAndView refused(Practice practice, UUID id, String field, String why, SignedIn who, Locale locale) {
        var page = model.page(
                practice,
                new AppointmentId(id),
                new CareForm(new LinkedMultiValueMap<>()),
                List.of(new CareForm.Mistake(field, why)),
                who,
                locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView back(Practice practice, UUID id) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/care#pictures");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
