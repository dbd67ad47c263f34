import { storeContract } from './contracts/store-contract.ts'
import { DATABASES } from './databases.ts'

for (const kind of DATABASES) storeContract(kind)
