export { readSettings, InvalidSettings, type Settings } from './settings';
export { settingsTable, type SettingRow } from './settings-table';
export { demandProductionImage } from './production-image';
export { secretNow, secretsNow, withSecretFiles } from './secret-files';
