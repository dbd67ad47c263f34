import Sqlite from 'better-sqlite3'

/** Holds a database's write lock. Arguments: the file, for how long, ms. Says `held` once it does. */
const [file = '', ms] = process.argv.slice(2)
const sqlite = new Sqlite(file)
sqlite.exec('begin immediate')
process.stdout.write('held\n')
setTimeout(() => {
  sqlite.exec('rollback')
  sqlite.close()
}, Number(ms))
