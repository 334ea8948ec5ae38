package org.pagetck.properties.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLayoutTest {
  private static final String LONG = "x".repeat(60);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = ';',
      value = {
        "{}; {}",
        "[]; []",
        "17; 17",
        "\"a:b,c\"; \"a:b,c\"",
        "{\"a\":1,\"b\":[1,2]}; {\"a\": 1, \"b\": [1, 2]}",
        "[{\"a\":\"}\\\",\"},{}]; [{\"a\": \"}\\\",\"}, {}]",
      })
  void whatFitsStandsOnOneLine(String json, String owed) {
    assertThat(JsonLayout.of(json)).isEqualTo(owed + "\n");
  }

  @Test
  void whatDoesNotFitHasOneLinePerMember() {
    var json = "{\"a\":[\"%s\",\"%s\"],\"b\":{\"c\":true}}".formatted(LONG, LONG);

    assertThat(JsonLayout.of(json))
        .isEqualTo(
            """
            {
              "a": [
                "%s",
                "%s"
              ],
              "b": {"c": true}
            }
            """
                .formatted(LONG, LONG));
  }
}
