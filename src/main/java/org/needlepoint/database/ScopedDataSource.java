package org.needlepoint.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Hands out connections to beginning transactions only, so that no statement runs outside a practice's scope.
final class ScopedDataSource extends DelegatingDataSource {
  private final ThreadLocal<Boolean> beginning = ThreadLocal.withInitial(() -> false);

  ScopedDataSource(DataSource target) {
    super(target);
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!beginning.get()) {
      throw new OutsidePracticeScope();
    }
    return super.getConnection();
  }

  @Override
  public Connection getConnection(String username, String password) {
    throw new OutsidePracticeScope();
  }

  void whileBeginning(Runnable begin) {
    beginning.set(true);
    try {
      begin.run();
    } finally {
      beginning.remove();
    }
  }
}
