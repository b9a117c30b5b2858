import { fuzzReaders } from "../support/people-fuzz.js";

fuzzReaders(20_000);
