import { defineApplication } from "twenty-sdk/define";

export default defineApplication({
  universalIdentifier: "6f0b3b0e-5d0c-4f0e-9b59-0c1f5a7d1e01",
  displayName: "Warm introductions",
  description: "Who can introduce you to a buyer, whom to ask first, and what to write. It sends nothing.",
  category: "Sales",
});
