export { readSettings, InvalidSettings, type Settings } from './settings';
export { settingsTable, type SettingRow } from './settings-table';
export { bucketKeys } from './bucket-keys';
export { demandProductionImage } from './production-image';
export { secretNow, secretsNow, withSecretFiles } from './secret-files';
