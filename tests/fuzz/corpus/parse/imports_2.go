package p

)

var ()
