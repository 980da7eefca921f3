// Neither value is built from the other: any order is right.
package cases

type DB struct{}

func OpenDB(dsn string) *DB
func (d *DB) Close() error

type Queue struct{}

func NewQueue(size int) *Queue
func (q *Queue) Close() error

func app(work func(*DB, *Queue)) {
	db := OpenDB("orders")
	queue := NewQueue(16)
	defer queue.Close()
	defer db.Close()
	work(db, queue)
}
