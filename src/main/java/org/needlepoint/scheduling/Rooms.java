package org.needlepoint.scheduling;

import java.util.List;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rooms of a practice. A location without rooms does not manage them: nothing there is refused for want of a room.
@Repository
public class Rooms {
    private final JdbcClient jdbc;

    Rooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds a room to a location; from the first room on, every visit in person there needs one.
    @Transactional
    public RoomId add(PracticeId practice, UUID location, String name, int position) {
        var id = RoomId.next();
        jdbc.sql("""
            insert into scheduling.room (practice_id, id, location_id, name, position)
            values (:practice, :id, :location, :name, :position)
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("location", location)
                .param("name", name)
                .param("position", position)
                .update();
        return id;
    }

    /// The rooms in use, in the order in which they are given out.
    @Transactional(readOnly = true)
    public List<Room> active(PracticeId practice) {
        return jdbc.sql("""
            select id, location_id, name, position
              from scheduling.room
             where practice_id = :practice
               and active
             order by position, id
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new Room(
                        new RoomId(Columns.uuid(rs, "id")),
                        Columns.uuid(rs, "location_id"),
                        rs.getString("name"),
                        rs.getInt("position")))
                .list();
    }
}
