package p

// A digit of Unicode 16 is no letter.
var 𑯱x int
