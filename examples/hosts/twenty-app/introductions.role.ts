import { defineApplicationRole } from "twenty-sdk/define";

/** It reads people and companies, and changes nothing. */
export default defineApplicationRole({
  universalIdentifier: "6f0b3b0e-5d0c-4f0e-9b59-0c1f5a7d1e02",
  label: "Warm introductions",
  canReadAllObjectRecords: true,
  canUpdateAllObjectRecords: false,
  canSoftDeleteAllObjectRecords: false,
  canDestroyAllObjectRecords: false,
});
