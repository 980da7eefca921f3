// Cleanups registered in construction order run in reverse.
package cases

import "testing"

type DB struct{}

func OpenDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Get(key string) string
func (c *Cache) Close() error

func TestGet(t *testing.T) {
	db := OpenDB()
	t.Cleanup(func() { db.Close() })
	cache := NewCache(db)
	t.Cleanup(func() { cache.Close() })
	if cache.Get("a") != "" {
		t.Error("not empty")
	}
}
