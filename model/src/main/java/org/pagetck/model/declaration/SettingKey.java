package org.pagetck.model.declaration;

import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Setting;

/// A key that sets one setting of the contract.
///
/// @param setting what it sets
/// @param form how its values are spelled
record SettingKey<T>(Setting<T> setting, ValueForm<T> form) {
  /// Returns the key itself: `parent-flags`.
  String text() {
    return setting.key();
  }

  /// Returns `contract` with the value that `text` spells.
  ///
  /// @throws IllegalArgumentException if it spells none
  Contract set(Contract contract, String text) {
    return contract.with(setting, form.read(text).orThrow());
  }

  /// Returns the spelling of the value in `contract`.
  String textIn(Contract contract) {
    return form.print(setting.in(contract));
  }
}
