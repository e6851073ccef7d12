// The verdicts of validateur-bal on files: node bal.cjs FOLDER_OF_THE_PACKAGES FILES.json VERDICTS.json
// Nothing is fetched: the platform of the BAN answers that it doesn't know.
'use strict'
const fs = require('node:fs')
const path = require('node:path')

const [packages, files, target] = process.argv.slice(2)
global.fetch = async () => ({ok: false, json: async () => ({message: 'not asked'})})
console.error = () => {}
const folder = path.join(packages, 'node_modules', '@ban-team', 'validateur-bal')
const {prevalidate} = require(path.join(folder, 'dist', 'validate', 'index.js'))
const {getErrorLevel} = require(path.join(folder, 'dist', 'utils', 'helpers.js'))
const PROFILES = ['1.3', '1.4', '1.5']

async function verdict(file) {
  const report = await prevalidate(fs.readFileSync(file))
  if (!report.parseOk) return {unreadable: report.parseErrors.map(one => one.code)}
  const levels = {}
  for (const profile of PROFILES) {
    levels[profile] = {}
    for (const code of report.uniqueErrors) levels[profile][code] = getErrorLevel(profile, code)
  }
  return {
    levels,
    global: report.globalErrors,
    rows: report.rows.map(row => [...new Set(row.errors.map(one => one.code))]),
    valid: Object.fromEntries(PROFILES.map(one => [one, report.profilesValidation[one].isValid])),
  }
}

async function main() {
  const verdicts = {}
  for (const file of JSON.parse(fs.readFileSync(files, 'utf8'))) {
    try {
      verdicts[file] = await verdict(file)
    } catch (error) {
      verdicts[file] = {crashed: String(error.message)}
    }
  }
  fs.writeFileSync(target, JSON.stringify(verdicts))
}

main()
