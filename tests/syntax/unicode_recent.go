package p

// Letters and digits that came with Unicode 16.
var 𑯀𑯱 int
