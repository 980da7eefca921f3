package cases

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/stretchr/testify/suite"
)

func work() error { return nil }

func TestRequire(t *testing.T) {
	done := make(chan struct{})
	go func() {
		require.NoError(t, work()) // want fatal-in-goroutine "require.NoError"
		close(done)
	}()
	<-done
}

// The test fails and ends: advice.
func TestRequireDeferred(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		require.NoError(t, work())
	}()
	<-done
}

func TestAssert(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		assert.NoError(t, work())
	}()
	<-done
}

func TestMade(t *testing.T) {
	r := require.New(t)
	done := make(chan struct{})
	go func() {
		r.Equal(1, 1) // want fatal-in-goroutine "r.Equal"
		close(done)
	}()
	<-done
}

// A require on the test's own goroutine is what it is for.
func TestHere(t *testing.T) {
	done := make(chan error, 1)
	go func() { done <- work() }()
	require.NoError(t, <-done)
}

type workSuite struct{ suite.Suite }

func (s *workSuite) TestWork() {
	done := make(chan struct{})
	go func() {
		s.Require().NoError(work()) // want fatal-in-goroutine "NoError"
		close(done)
	}()
	<-done
}

func (s *workSuite) TestAsserted() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.Assert().NoError(work())
	}()
	<-done
}

func TestSuite(t *testing.T) { suite.Run(t, new(workSuite)) }
