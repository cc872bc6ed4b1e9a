package org.needlepoint;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the application.
@SpringBootApplication
public class Needlepoint {
  public static void main(String[] args) {
    SpringApplication.run(Needlepoint.class, args);
  }
}
