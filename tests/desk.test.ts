import { deskContract } from './contracts/desk-contract.ts'
import { DATABASES } from './databases.ts'

for (const kind of DATABASES) deskContract(kind)
