export { readSettings, InvalidSettings, type Settings } from './settings';
export { settingsTable, type SettingRow } from './settings-table';
