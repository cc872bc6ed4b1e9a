package org.needlepoint.database;

/// The three roles of the database.
///
/// OWNER changes the schema and, policies being forced, sees no rows. APP serves requests, owns nothing and cannot
/// bypass a policy. MAINTENANCE bypasses policies: data migrations, backup, restore, purge.
public enum DatabaseRole {
    OWNER("needlepoint_owner"),
    APP("needlepoint_app"),
    MAINTENANCE("needlepoint_maintenance");

    private final String name;

    DatabaseRole(String name) {
        this.name = name;
    }

    /// The role's name in PostgreSQL.
    public String roleName() {
        return name;
    }
}
