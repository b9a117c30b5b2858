import { fuzzReaders } from "../support/people-fuzz.js";

fuzzReaders(60);
