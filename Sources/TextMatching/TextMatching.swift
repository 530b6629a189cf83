/// A similarity between 0 and 1.
public typealias Similarity = Double
