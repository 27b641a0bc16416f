/** Settings of which some are given at the command line. */
import { ConfigError, loadConfig, type Config } from '../config.js';

/** Loads the settings; what is wrong is named as it was given: `names` has the option for a variable. */
export function settingsNamed(
  env: Readonly<Record<string, string | undefined>>,
  names: Readonly<Record<string, string>>,
): Config {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(error.problems.map((text) => text.replace(/^CIMGATE_\w+/, (name) => names[name] ?? name)));
  }
}
