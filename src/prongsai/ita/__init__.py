"""The library: ITA frameworks, scores and documents. No web, no clock, no network."""
