// Run time: the lock lies two structs deep and in an array; copying the outer value copies it as well.
package cases

import "sync"

type stripe struct{ mu sync.Mutex }

type table struct {
	stripes [16]stripe
	name    string
}

type server struct{ table table }

func snapshot(s *server) table {
	t := s.table // want copied-lock "s.table is copied to t, with the sync.Mutex in .stripes[].mu"
	return t     // want copied-lock "t is copied to be returned"
}
