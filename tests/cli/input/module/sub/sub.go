package sub

var X = 1
