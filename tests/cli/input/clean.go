package clean

func add(a, b int) int { return a + b }
