import { fuzzReaders } from "../support/people-fuzz.js";

fuzzReaders(30_000);
